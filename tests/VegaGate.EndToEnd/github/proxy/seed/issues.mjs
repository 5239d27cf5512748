// Seeds labels, milestones, issues with their comments, and pull requests with their files and reviews.
import { timestamp } from '../clock.mjs';
import { Rows } from './rows.mjs';

export class IssueSeeder extends Rows {
  constructor({ records, timeline, pulls }) {
    super(records);
    Object.assign(this, { timeline, pulls });
  }
  label(repo, label) {
    const seed = typeof label === 'string' ? { name: label } : label;
    return (
      this.records.label(repo, seed.name) ??
      this.insert('labels', { repo_id: repo.id, color: 'ededed', description: null, default: false, ...seed })
    );
  }
  milestone(repo, seed) {
    const number = 1 + Math.max(0, ...this.records.in('milestones', repo).map((row) => row.number));
    return this.insert('milestones', {
      repo_id: repo.id,
      number,
      description: null,
      state: 'open',
      due_on: null,
      closed_at: null,
      open_issues: 0,
      closed_issues: 0,
      creator_id: repo.owner_id,
      ...seed,
    });
  }
  milestoneId(repo, wanted) {
    if (wanted === undefined || wanted === null) return null;
    return (
      this.records.in('milestones', repo).find((row) => row.number === wanted || row.title === wanted) ??
      this.milestone(repo, { title: wanted })
    ).id;
  }
  nextNumber(repo) {
    return 1 + Math.max(0, ...this.records.in('issues', repo).map((row) => row.number));
  }
  issueRow(repo, seed, isPull) {
    const { title, body = null, user, labels = [], assignees = [], milestone, locked = false, number = this.nextNumber(repo) } = seed;
    return this.insert('issues', {
      number,
      repo_id: repo.id,
      title,
      body,
      state: 'open',
      state_reason: null,
      locked,
      active_lock_reason: null,
      user_id: this.user(user).id,
      assignee_ids: assignees.map((login) => this.user(login).id),
      label_ids: labels.map((label) => this.label(repo, label).id),
      milestone_id: this.milestoneId(repo, milestone),
      comments: 0,
      closed_at: null,
      closed_by_id: null,
      is_pull_request: isPull,
    });
  }
  issue(repo, seed) {
    const { id, number } = this.issueRow(repo, seed, false);
    for (const comment of seed.comments ?? []) this.comment(repo, number, comment);
    if (seed.state === 'closed') {
      const { closed_by: actor = seed.user, state_reason, closed_at: created_at, commit_id, via_app } = seed;
      this.timeline.act({ repository: repo.full_name, number, event: 'closed', actor, state_reason, commit_id, via_app, created_at });
    }
    const row = this.records.table('issues').get(id);
    for (const field of ['created_at', 'updated_at', 'closed_at']) if (seed[field]) row[field] = seed[field];
    row.comments = (seed.comments ?? []).length;
  }
  comment(repo, number, { user, body, created_at: at, via_app: viaApp }) {
    const row = this.insert('comments', {
      repo_id: repo.id,
      issue_number: number,
      pull_number: null,
      commit_sha: null,
      body,
      user_id: this.user(user).id,
      in_reply_to_id: null,
      path: null,
      position: null,
      line: null,
      side: null,
      subject_type: null,
      comment_type: 'issue',
      review_id: null,
      via_app: viaApp,
    });
    if (at) Object.assign(row, { created_at: at, updated_at: at });
  }
  pull(repo, seed) {
    const {
      head = 'topic',
      base = repo.default_branch,
      head_sha: headSha,
      state = 'open',
      draft = false,
      merged = false,
      files = [],
    } = seed;
    const issue = this.issueRow(repo, seed, true);
    const sha = (ref) => this.records.sha(repo, ref) ?? '0'.repeat(40);
    issue.state = state;
    this.insert('pull_requests', {
      number: issue.number,
      repo_id: repo.id,
      title: issue.title,
      body: issue.body,
      state,
      locked: false,
      user_id: issue.user_id,
      assignee_ids: issue.assignee_ids,
      label_ids: issue.label_ids,
      milestone_id: issue.milestone_id,
      head_ref: head,
      head_sha: headSha ?? sha(head),
      head_repo_id: repo.id,
      base_ref: base,
      base_sha: sha(base),
      base_repo_id: repo.id,
      merged,
      merged_at: merged ? timestamp() : null,
      merged_by_id: null,
      merge_commit_sha: null,
      mergeable: true,
      mergeable_state: 'clean',
      comments: 0,
      review_comments: 0,
      commits: 1,
      additions: 0,
      deletions: 0,
      changed_files: files.length,
      draft,
      requested_reviewer_ids: [],
      requested_team_ids: [],
      closed_at: state === 'closed' ? timestamp() : null,
      auto_merge: null,
    });
    this.pulls.seedFiles(repo, issue.number, files);
    for (const { user, state: verdict = 'APPROVED', body = '', commit_id = headSha ?? sha(head) } of seed.reviews ?? []) {
      this.insert('reviews', {
        repo_id: repo.id,
        pull_number: issue.number,
        user_id: this.user(user).id,
        body,
        state: verdict,
        commit_id,
        submitted_at: timestamp(),
      });
    }
  }
}
