// Takes the place of @vscode/spdlog in the prepared VS Code server: the same log files, written without native code.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const INFO = 2;

class Logger {
  #file;
  #level = INFO;
  constructor(file) {
    this.#file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  write(level, text) {
    if (level < this.#level) return;
    try {
      fs.appendFileSync(this.#file, `${new Date().toISOString()} [${LEVELS[level]}] ${text}\n`);
    } catch {
      // the folder of a finished run is gone
    }
  }
  trace(text) {
    this.write(0, text);
  }
  debug(text) {
    this.write(1, text);
  }
  info(text) {
    this.write(2, text);
  }
  warn(text) {
    this.write(3, text);
  }
  error(text) {
    this.write(4, text);
  }
  critical(text) {
    this.write(5, text);
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

const create = async (_name, file) => new Logger(file);
const nothing = () => {};
// Named one by one: the server imports them by name, and finds only what is written this way.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
