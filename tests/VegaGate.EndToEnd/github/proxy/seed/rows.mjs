// Writes rows into the emulator's tables: what both kinds of seeding share.
export class Rows {
  constructor(records) {
    this.records = records;
  }
  insert(table, row) {
    return this.records.table(table).insert({ node_id: `${table}_${this.records.table(table).autoId}`, ...row });
  }
  user(login) {
    const user = this.records.user(login);
    if (!user) throw new Error(`no user '${login}' in the seed`);
    return user;
  }
}
