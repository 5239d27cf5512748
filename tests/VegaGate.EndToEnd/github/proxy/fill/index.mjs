// All that the proxy answers or corrects itself, by the operation's id in GitHub's description. What is not here goes to the emulator as it is.
import { actions as actionsOf } from './actions.mjs';
import { assignees } from './assignees.mjs';
import { comments } from './comments.mjs';
import { commits } from './commits.mjs';
import { gitData } from './git-data.mjs';
import { issueJsonOf } from './issue-json.mjs';
import { issueList } from './issue-list.mjs';
import { issueWriting } from './issue-writing.mjs';
import { labels as labelsOf } from './labels.mjs';
import { milestones } from './milestones.mjs';
import { pulls as pullsOf } from './pulls.mjs';
import { reactions as reactionsOf } from './reactions.mjs';
import { statuses } from './statuses.mjs';
import { subIssues as subIssuesOf } from './sub-issues.mjs';
import { timeline as timelineOf } from './timeline.mjs';

export function fills({ records, emulator }) {
  const context = { records, emulator };
  let subIssues;
  const issues = issueJsonOf({ ...context, subIssuesOf: () => subIssues });
  subIssues = subIssuesOf({ ...context, issueJson: issues.issueJson });
  const labels = labelsOf(context);
  const reactions = reactionsOf(context);
  const timeline = timelineOf({ ...context, reactions });
  const pulls = pullsOf(context);
  const actions = actionsOf(context);
  const routes = {
    ...statuses(context),
    ...assignees(context),
    ...reactions.routes,
    ...gitData(context),
    ...actions.routes,
    ...commits(context),
    ...comments({ ...context, reactions }),
    ...milestones(context),
    ...subIssues.routes,
    ...labels.routes,
    ...timeline.routes,
    ...pulls.routes,
    ...issueList({ ...context, labels, issues }),
    ...issueWriting({ ...context, labels, issues, timeline }),
  };
  return { routes, timeline, pulls, actions };
}
