// The clock of the emulated GitHub: whole seconds, as in GitHub's timestamps, and movable by a test.
// It replaces the process's Date, so the emulator (same process) stamps its rows with it too.
const SystemDate = globalThis.Date;
let offsetMilliseconds = 0;
let stoppedAt;

class GitHubDate extends SystemDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(GitHubDate.now());
  }
  static now() {
    return (stoppedAt ?? SystemDate.now()) + offsetMilliseconds;
  }
  toISOString() {
    return super.toISOString().replace(/\.\d{3}Z$/, 'Z');
  }
}

export function install() {
  globalThis.Date = GitHubDate;
}

export function setOffset(seconds) {
  offsetMilliseconds = seconds * 1000;
}

/** From now on it stands at that time, in milliseconds. */
export function setTime(milliseconds) {
  offsetMilliseconds = 0;
  stoppedAt = milliseconds;
}

export function stop(isStopped) {
  stoppedAt = isStopped ? (stoppedAt ?? SystemDate.now()) : undefined;
}

export const offset = () => offsetMilliseconds / 1000;
export const timestamp = () => new GitHubDate().toISOString();
export const unixSeconds = () => Math.floor(GitHubDate.now() / 1000);
