using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Pannier.Core.Text;

/// <summary>All texts of the interface in one language, gathered at start from every folder's <c>words.en.json</c>.</summary>
/// <remarks>A value is a text with <c>{places}</c>, or an object of plural forms (<c>one</c>, <c>other</c>) chosen by <c>count</c>.</remarks>
public sealed class Catalog
{
    private readonly FrozenDictionary<string, JsonElement> _texts;

    private Catalog(Dictionary<string, JsonElement> texts) => _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Reads the texts embedded in these assemblies.</summary>
    /// <exception cref="InvalidOperationException">A key is given twice.</exception>
    public static Catalog Read(params IEnumerable<Assembly> assemblies)
    {
        var texts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("words.en.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!; // named by the assembly itself
                using var document = JsonDocument.Parse(stream);
                foreach (var entry in document.RootElement.EnumerateObject())
                    if (!texts.TryAdd(entry.Name, entry.Value.Clone())) throw new InvalidOperationException($"the text '{entry.Name}' is given twice, the second time in {name}");
            }
        }

        return new Catalog(texts);
    }

    /// <summary>The pattern of a key, by the number that chooses its plural; null when there is no such key.</summary>
    public string? Pattern(string key, long? count)
    {
        if (!_texts.TryGetValue(key, out var text)) return null;
        if (text.ValueKind == JsonValueKind.String) return text.GetString();
        var form = count == 1 ? "one" : count == 0 && text.TryGetProperty("zero", out _) ? "zero" : "other";
        return text.TryGetProperty(form, out var chosen) ? chosen.GetString() : null;
    }
}
