// Before anything is drawn: the language and the colours that this person chose, so that nothing flashes.
(function () {
  var kept = function (name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  var scheme = kept('leerbrug.colours') || 'auto';
  var dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = kept('leerbrug.language') || 'nl';
})();
