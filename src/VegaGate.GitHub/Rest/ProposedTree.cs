using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using VegaGate.Proposals;

namespace VegaGate.GitHub.Rest;

/// <summary>The files of a commit by path: each with its mode and the id of its contents. Two are equal if they hold the same.</summary>
internal sealed class ProposedTree : IEquatable<ProposedTree>
{
    /// <summary>A file that is no program.</summary>
    public const string Mode = "100644";

    private readonly ImmutableDictionary<string, (string Mode, string Id)> files;

    private ProposedTree(ImmutableDictionary<string, (string Mode, string Id)> files) => this.files = files;

    public static ProposedTree Of(TreePayload tree) => new(tree.Tree
        .Where(entry => entry.Type != "tree")
        .ToImmutableDictionary(entry => entry.Path, entry => (entry.Mode ?? "", entry.Sha ?? ""), StringComparer.Ordinal));

    /// <summary>The tree with some files put into it.</summary>
    public static ProposedTree Of(ProposedTree before, ImmutableArray<ProposedFile> files) =>
        new(before.files.SetItems(files.Select(file => KeyValuePair.Create(file.Path, (Mode, IdOf(file.Text, before.IsLong))))));

    /// <summary>Whether a file is there with this text.</summary>
    public bool Has(string path, string text) => files.TryGetValue(path, out var file) && file.Id == IdOf(text, IsLong);

    public bool Equals(ProposedTree? other) =>
        other is not null && files.Count == other.files.Count && files.All(pair => other.files.TryGetValue(pair.Key, out var value) && value == pair.Value);

    public override bool Equals(object? obj) => Equals(obj as ProposedTree);

    public override int GetHashCode() => files.Count;

    private bool IsLong => files.Values.FirstOrDefault().Id is { Length: 64 };

    /// <summary>As git counts it: over the kind, the length and the contents.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Git's own name of the contents, compared and not relied on.")]
    private static string IdOf(string text, bool isLong)
    {
        var contents = Encoding.UTF8.GetBytes(text);
        byte[] all = [.. Encoding.ASCII.GetBytes($"blob {contents.Length}\0"), .. contents];
        return Convert.ToHexStringLower(isLong ? SHA256.HashData(all) : SHA1.HashData(all));
    }
}
