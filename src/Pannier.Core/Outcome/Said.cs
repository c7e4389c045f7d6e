namespace Pannier.Core;

/// <summary>Something to say: a key of the texts, and what fills its places. Arguments are shown as text, whoever wrote them.</summary>
public sealed record Said(string Key, IReadOnlyList<SaidPart> Parts)
{
    public static Said Of(string key) => new(key, []);

    public static Said Of(string key, string name, object value) => new(key, [new(name, value)]);

    public Said With(string name, object value) => new(Key, [.. Parts, new(name, value)]);
}
