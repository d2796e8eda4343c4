// Takes the place of native-watchdog in the prepared VS Code server: ends this process when its parent is gone.
exports.start = (parent) => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(0);
    }
  };
  setInterval(look, 1000).unref();
};
