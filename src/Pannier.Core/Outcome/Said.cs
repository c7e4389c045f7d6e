namespace Pannier.Core;

/// <summary>Something to say: a key of the texts, and what fills its places. Arguments are shown as text, whoever wrote them.</summary>
public sealed record Said(string Key, IReadOnlyList<SaidPart> Parts)
{
    /// <summary>How a notice of it looks.</summary>
    public SaidTone Tone { get; init; }

    public static Said Of(string key) => new(key, []);

    public static Said Of(string key, string name, object value) => new(key, [new(name, value)]);

    public Said With(string name, object value) => this with { Parts = [.. Parts, new(name, value)] };

    /// <summary>The same, said of something that did not go well: it stays until it is closed.</summary>
    public Said AsTrouble() => this with { Tone = SaidTone.Trouble };
}
