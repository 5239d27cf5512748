using System.Security.Cryptography;
using System.Text;

namespace VegaGate.GitHub.Actions;

/// <summary>Writes the outputs of a step to the file that <c>GITHUB_OUTPUT</c> names.</summary>
/// <param name="path">The file; it may hold other outputs already.</param>
/// <param name="delimiter">A new one for each value, which nobody can guess; null is 128 random bits.</param>
public sealed class StepOutputs(string path, Func<string>? delimiter = null)
{
    private readonly Func<string> delimiter = delimiter ?? (() => "vegagate_" + RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Adds an output.</summary>
    /// <param name="name">Letters, digits, hyphens and underscores; a letter or an underscore first.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    /// <exception cref="InvalidOperationException">The value holds the delimiter: it could end itself and begin another output.</exception>
    public void Write(string name, string value)
    {
        if (!IsName(name))
            throw new ArgumentException("An output's name has letters, digits, hyphens and underscores only.", nameof(name));
        var end = delimiter();
        if (value.Contains(end, StringComparison.Ordinal))
            throw new InvalidOperationException($"The value of the output {name} holds the delimiter, so it is not written.");
        File.AppendAllText(path, $"{name}<<{end}\n{value}\n{end}\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static bool IsName(string name) => name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
