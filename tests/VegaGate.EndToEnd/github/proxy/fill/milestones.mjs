// Milestones: our own word for GitHub's behaviour. A title is there once; of `due_on` only the day counts, and it comes back as
// midnight in California. The emulator allows double titles, keeps any time, and changes `updated_at` when it merely lists.
import { validationFailed } from '../answer.mjs';

export function milestones({ records, emulator }) {
  const table = records.table('milestones');
  const update = table.update.bind(table);
  table.update = (id, change) => {
    const row = table.get(id);
    return row && Object.entries(change).every(([name, value]) => row[name] === value) ? row : update(id, change);
  };
  const prepared = ({ body }) => (body.due_on ? { ...body, due_on: midnightInCalifornia(body.due_on) } : body);
  const isTaken = ({ repo, body, args }) =>
    records.in('milestones', repo).some((row) => row.title === body.title && row.number !== Number(args.milestone_number));
  const write = (call) =>
    isTaken(call)
      ? validationFailed({ resource: 'Milestone', code: 'already_exists', field: 'title' })
      : emulator.send(call, { body: prepared(call) });
  return { 'issues/create-milestone': write, 'issues/update-milestone': write };
}

function midnightInCalifornia(text) {
  const day = new Date(text).toISOString().slice(0, 10);
  const hour = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Los_Angeles', hour: 'numeric', hourCycle: 'h23' }).format(
    new Date(`${day}T08:00:00Z`),
  );
  return `${day}T0${8 - Number(hour)}:00:00Z`;
}
