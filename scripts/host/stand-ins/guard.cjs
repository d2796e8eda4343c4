// Loaded before the VS Code server: ends the server when whoever started it is gone, however it went.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, 1000).unref();
