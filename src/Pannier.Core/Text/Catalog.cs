using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Pannier.Core.Text;

/// <summary>All texts of the interface in one language, gathered at start from every folder's <c>words.en.json</c>.</summary>
/// <remarks>A value is a text with <c>{places}</c>, or an object of plural forms (<c>one</c>, <c>other</c>) chosen by <c>count</c>.</remarks>
public sealed class Catalog
{
    private readonly FrozenDictionary<string, Forms> _texts;

    private Catalog(Dictionary<string, Forms> texts) => _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Reads the texts embedded in these assemblies.</summary>
    /// <exception cref="InvalidOperationException">A key is given twice.</exception>
    public static Catalog Read(params IEnumerable<Assembly> assemblies)
    {
        var texts = new Dictionary<string, Forms>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("words.en.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!; // named by the assembly itself
                using var document = JsonDocument.Parse(stream);
                foreach (var entry in document.RootElement.EnumerateObject())
                    if (!texts.TryAdd(entry.Name, Forms.Of(entry.Value))) throw new InvalidOperationException($"the text '{entry.Name}' is given twice, the second time in {name}");
            }
        }

        return new Catalog(texts);
    }

    /// <summary>The pattern of a key, by the number that chooses its plural; null when there is no such key.</summary>
    public string? Pattern(string key, long? count)
    {
        if (!_texts.TryGetValue(key, out var forms)) return null;
        return count == 1 ? forms.One : count == 0 ? forms.Zero ?? forms.Other : forms.Other;
    }

    /// <summary>A text's forms, the same one where it has no plural; null where it lacks one.</summary>
    private sealed record Forms(string? One, string? Other, string? Zero)
    {
        public static Forms Of(JsonElement text)
        {
            if (text.ValueKind == JsonValueKind.String) return new(text.GetString(), text.GetString(), null);
            return new(Form("one"), Form("other"), Form("zero"));

            string? Form(string name) => text.TryGetProperty(name, out var form) ? form.GetString() : null;
        }
    }
}
