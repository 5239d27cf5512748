using System.Text.Unicode;
using VegaGate.Cli.Checklists;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Reads the template that a list names, from the working directory, which is the repository's.</summary>
internal static class UpdateTemplateFile
{
    /// <summary>In bytes: a comment has room for 65,536 characters, and the update wants most of them.</summary>
    private const int MostOfFile = 16 * 1024;

    /// <summary>The template; null where there is no such file.</summary>
    /// <exception cref="UsageException">There is one that cannot be followed.</exception>
    public static UpdateTemplate? Read(string path, Surroundings surroundings)
    {
        var full = Path.GetFullPath(path, surroundings.Directory);
        if (!ShownPath.IsInside(full, surroundings.Directory))
            throw Refuse("it lies outside the repository");
        if (RealPath.Of(full) is not { } real)
            return new FileInfo(full).LinkTarget is null ? null : throw Refuse("it is a link to something that is not there");
        if (!ShownPath.IsInside(real, RealPath.Of(surroundings.Directory) ?? surroundings.Directory))
            throw Refuse("it is a link that leaves the repository");
        var bytes = ReadBytes(real);
        if (bytes.Length > MostOfFile)
            throw Refuse($"it has more than {MostOfFile:N0} bytes");
        if (!Utf8.IsValid(bytes))
            throw Refuse("it is not UTF-8");
        var (template, problem) = UpdateTemplate.Parse(SourceText.FromBytes(ShownPath.Printable(path), bytes));
        return template ?? throw new UsageException(problem!);

        UsageException Refuse(string why) => new($"the template {ShownPath.Printable(path)} cannot be followed: {why}.");

        byte[] ReadBytes(string file)
        {
            try
            {
                return BoundedFile.Read(file, MostOfFile).ToArray();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw Refuse(ChecklistFile.Explain(failure));
            }
        }
    }
}
