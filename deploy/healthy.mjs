/** Ends with 0 when the process of this container is ready; what it asks is its first parameter. */
const response = await fetch(`http://127.0.0.1:${process.env.PORT}${process.argv[2]}`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => undefined);
process.exitCode = response?.ok ? 0 : 1;
