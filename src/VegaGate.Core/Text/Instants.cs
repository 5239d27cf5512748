using System.Globalization;

namespace VegaGate.Text;

/// <summary>Times in UTC to the second, as files hold them and people read them.</summary>
public static class Instants
{
    /// <summary>Such as 2026-12-31T08:00:00Z; parts of a second are left out.</summary>
    public static string Show(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
