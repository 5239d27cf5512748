// Reactions to issue comments: our own word for GitHub's behaviour. The emulator has none.
import { notFound, own } from '../answer.mjs';
import { timestamp } from '../clock.mjs';
import { paged } from '../paging.mjs';

const kinds = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];

export function reactions({ records }) {
  const byComment = new Map();
  let lastId = 4_000_000;
  const of = (id) => byComment.get(Number(id)) ?? [];

  // As comments carry it: counted by kind, without names.
  function summary(comment) {
    const present = of(comment.id);
    const counts = kinds.map((kind) => [kind, present.filter(({ content }) => content === kind).length]);
    return { url: `${comment.url}/reactions`, total_count: present.length, ...Object.fromEntries(counts) };
  }
  const routes = {
    'reactions/list-for-issue-comment': (call) => {
      if (!records.comment(call.repo, call.args.comment_id)) return notFound();
      const content = call.query.get('content');
      return paged(
        call,
        of(call.args.comment_id).filter((reaction) => !content || reaction.content === content),
      );
    },
    'reactions/create-for-issue-comment': ({ repo, args, body, token }) => {
      if (!records.comment(repo, args.comment_id)) return notFound();
      const present = of(args.comment_id).find((reaction) => reaction.user.id === token.user.id && reaction.content === body.content);
      if (present) return own(200, present);
      const id = (lastId += 1);
      const reaction = { id, node_id: `REA_${id}`, user: records.userJson(token.user), content: body.content, created_at: timestamp() };
      byComment.set(Number(args.comment_id), [...of(args.comment_id), reaction]);
      return own(201, reaction);
    },
    'reactions/delete-for-issue-comment': ({ args }) => {
      const left = of(args.comment_id).filter((reaction) => reaction.id !== Number(args.reaction_id));
      if (left.length === of(args.comment_id).length) return notFound();
      byComment.set(Number(args.comment_id), left);
      return own(204);
    },
  };
  return { routes, summary };
}
