using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules.Values;

/// <summary>A token or a private key in the file, comments included: everybody who can read the repository has it.</summary>
public sealed class SecretInText : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7004", "secret-in-text", DiagnosticSeverity.Error, "The file holds what looks like a secret.") { HidesText = true };

    public override RulePage Page => new(
        "Text that has the shape of a GitHub, GitLab, npm, Slack, Stripe, Google, Anthropic, OpenAI or SendGrid token, of a signed web token (JWT), of an AWS access key, of a web address with a password, or the first line of a private key, anywhere in the file. One character repeated, the keys that AWS shows in its documentation, and passwords for hosts such as example.com are left alone.",
        "It is in the history of the repository from the first push on, and `sync` would write it into an issue. Revoke it first: removing the text does not take it back.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                notes: The key is AKIAABCDEFGHIJKLMNOP.
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                notes: The key is in the vault.
        """);

    public override void Check(RuleContext context)
    {
        foreach (var secret in SecretText.FindIn(context.Source.Text))
            context.Report(this, secret.Span, $"This looks like {secret.Kind}; revoke it, and keep it out of the file.");
    }
}
