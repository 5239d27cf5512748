using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace VegaGate.Tests.Cli.Evidence;

/// <summary>
/// Makes a value of any record, in which everything is set to something that nothing else is: whatever a copy leaves out shows. Of an abstract record there is
/// one of each kind.
/// </summary>
/// <param name="flag">What every yes-or-no is.</param>
internal sealed class Filled(bool flag)
{
    private readonly Dictionary<Type, Func<object>> _makers = [];
    private int _count;

    public Filled With<T>(Func<int, T> make)
        where T : notnull
    {
        _makers[typeof(T)] = () => make(++_count);
        return this;
    }

    public T Make<T>() => (T)Make(typeof(T));

    /// <summary>Where two values differ in any property, as paths.</summary>
    /// <param name="ignored">As Type.Property.</param>
    public static IEnumerable<string> Differences(object? one, object? other, IReadOnlyCollection<string> ignored, string path = "")
    {
        if (one is null || other is null)
            return one is null && other is null ? [] : [path];
        if (one is string or DateTimeOffset or DateOnly or TimeSpan || one.GetType().IsPrimitive || one.GetType().IsEnum)
            return one.Equals(other) ? [] : [$"{path}: {one} is {other}"];
        if (one.GetType() != other.GetType() && one is not IEnumerable)
            return [$"{path}: {one.GetType().Name} is {other.GetType().Name}"];
        if (one is IEnumerable ones && other is IEnumerable others)
        {
            var (left, right) = (Ordered(ones), Ordered(others));
            return left.Length != right.Length ? [$"{path}: {left.Length} is {right.Length}"] : left.Zip(right).SelectMany((pair, at) => Differences(pair.First, pair.Second, ignored, $"{path}[{at}]"));
        }

        return Properties(one.GetType()).Where(property => !ignored.Contains($"{property.DeclaringType!.Name}.{property.Name}", StringComparer.Ordinal))
            .SelectMany(property => Differences(property.GetValue(one), property.GetValue(other), ignored, $"{path}.{property.Name}"));
    }

    private static object?[] Ordered(IEnumerable values)
    {
        var entries = values.Cast<object?>().ToArray();
        return entries is [{ } first, ..] && first.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? [.. entries.OrderBy(entry => type.GetProperty("Key")!.GetValue(entry)!.ToString(), StringComparer.Ordinal)]
            : entries;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private object Make(Type type)
    {
        if (_makers.TryGetValue(type, out var make))
            return make();
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Make(inner);
        if (type == typeof(string))
            return $"text {++_count:D5}";
        if (type == typeof(bool))
            return flag;
        if (type == typeof(int))
            return ++_count;
        if (type == typeof(long))
            return (long)++_count;
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(++_count);
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 1, 1).AddDays(++_count);
        if (type == typeof(TimeSpan))
            return TimeSpan.FromMinutes(++_count);
        if (type.IsEnum)
            return Enum.GetValues(type) is var values ? values.GetValue(++_count % values.Length)! : throw new InvalidOperationException();
        if (type.IsGenericType)
            return MakeGeneric(type, type.GetGenericTypeDefinition(), type.GetGenericArguments());
        return MakeRecord(type);
    }

    private object MakeGeneric(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(ImmutableArray<>))
        {
            var kinds = arguments[0].IsAbstract ? arguments[0].Assembly.GetTypes().Where(known => known.IsSubclassOf(arguments[0]) && !known.IsAbstract).ToArray() : [arguments[0], arguments[0]];
            var values = Array.CreateInstance(arguments[0], kinds.Length);
            for (var at = 0; at < kinds.Length; at++)
                values.SetValue(Make(kinds[at]), at);
            return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(arguments[0]).Invoke(null, [values])!;
        }

        if (definition == typeof(IReadOnlyDictionary<,>))
        {
            var known = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            for (var at = 0; at < 2; at++)
                known.Add(Make(arguments[0]), Make(arguments[1]));
            return known;
        }

        throw new NotSupportedException($"Say how {type} is filled.");
    }

    private object MakeRecord(Type type)
    {
        if (type.IsAbstract || type.IsInterface)
            throw new NotSupportedException($"Say how {type} is filled.");
        var constructor = type.GetConstructors().Where(known => !(known.GetParameters() is [var only] && only.ParameterType == type)).MaxBy(known => known.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in Properties(type).Where(property => property.SetMethod is { IsPublic: true } && !given.Contains(property.Name)))
            property.SetValue(made, Make(property.PropertyType));
        return made;
    }
}
