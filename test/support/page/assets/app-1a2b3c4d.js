document.title = 'Leerbrug';
