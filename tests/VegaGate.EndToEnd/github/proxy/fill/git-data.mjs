// Git's own objects: our own word for GitHub's behaviour where a branch moves. In the emulator a pull request keeps the head that it was
// opened with. Trees, commits and refs are the emulator's.
export function gitData({ records, emulator }) {
  return {
    'git/update-ref': async (call) => {
      const answer = await emulator.send(call);
      if (answer.status !== 200) return answer;
      const branch = answer.body.ref.replace(/^refs\/heads\//, '');
      for (const pull of records.in('pull_requests', call.repo)) {
        if (pull.state === 'open' && pull.head_ref === branch && (pull.head_repo_id ?? call.repo.id) === call.repo.id)
          records.table('pull_requests').update(pull.id, { head_sha: answer.body.object.sha });
      }
      return answer;
    },
  };
}
