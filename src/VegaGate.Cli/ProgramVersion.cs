using System.Reflection;

namespace VegaGate.Cli;

/// <summary>The version of this program, as the build set it.</summary>
internal static class ProgramVersion
{
    public static string Current => typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
