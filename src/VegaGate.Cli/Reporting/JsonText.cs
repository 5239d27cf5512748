using System.Buffers;
using System.Text;
using System.Text.Json;

namespace VegaGate.Cli.Reporting;

/// <summary>JSON for programs, which may read it from the log of a job.</summary>
internal static class JsonText
{
    /// <summary>What is written, as text without a line end of its own.</summary>
    public static string Render(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
            write(json);

        return Quiet(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Writes what is too large for one text, with a line end. Each call of the second argument passes on what there is.</summary>
    public static void WriteInPieces(TextWriter output, JsonWriterOptions options, Action<Utf8JsonWriter, Action> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, options);
        write(json, PassOn);
        PassOn();
        output.Write('\n');

        void PassOn()
        {
            json.Flush();
            output.Write(Quiet(Encoding.UTF8.GetString(buffer.WrittenSpan)));
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>One object, which begins with the version of its format.</summary>
    public static string RenderObject(int version, Action<Utf8JsonWriter> write, JsonWriterOptions options = default) => Render(
        json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", version);
            write(json);
            json.WriteEndObject();
        },
        options);

    /// <summary>In a job's log the runner obeys this anywhere in a line; in JSON it can stand in a string only, where an escape means the same.</summary>
    private static string Quiet(string json) => json.Replace("##[", "##\\u005b", StringComparison.Ordinal);

    public static void WriteStringOrNull(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteBooleanOrNull(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A list, each entry of which writes itself.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> entries, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
            write(json, entry);
        json.WriteEndArray();
    }

    /// <summary>A list of objects, each entry of which writes what is in its own.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> entries, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
