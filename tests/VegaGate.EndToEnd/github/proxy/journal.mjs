// Remembers every request, its violations of GitHub's description, and counts them by method, route template and status.
import fs from 'node:fs';

export class Journal {
  constructor(file) {
    this.file = file && fs.openSync(file, 'a');
    this.clear();
  }
  clear() {
    this.requests = [];
    this.violations = [];
    this.number = 0;
  }
  record(entry, violations) {
    const number = ++this.number;
    const request = { number, ...entry, violations: violations.length };
    this.requests.push(request);
    if (this.file) fs.writeSync(this.file, `${JSON.stringify(request)}\n`);
    for (const violation of violations) {
      this.violations.push({ request: number, method: entry.method, path: entry.path, operation: entry.operation, ...violation });
    }
  }
  stats() {
    const counts = new Map();
    for (const { method, route, status } of this.requests) {
      const key = `${method} ${route} ${status}`;
      const count = counts.get(key) ?? { method, route, status, count: 0 };
      count.count += 1;
      counts.set(key, count);
    }
    const notModified = this.requests.filter(({ status }) => status === 304).length;
    return { requests: this.requests.length, notModified, violations: this.violations.length, routes: [...counts.values()] };
  }
}
