using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Pannier.Configuration;
using Pannier.Mail.Discovery;
using Pannier.Mail.OAuth;

namespace Pannier.Tests.Docs;

/// <summary>Writes docs/SETTINGS.md from the option records: names, defaults and bounds by reflection, sentences from their doc comments.</summary>
internal static partial class SettingsPage
{
    public static string Write(IEnumerable<BoundSection> sections)
    {
        var page = new StringBuilder(Head);
        foreach (var section in sections.OrderBy(section => section.Name, StringComparer.Ordinal))
        {
            var source = Source(section.Options);
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Name}\n\n{Plain(TypeComment().Match(source).Groups[1].Value)}\n");
            foreach (var property in section.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                page.Append(CultureInfo.InvariantCulture, $"\n### `{section.Name}:{property.Name}`\n\n{Comment(Source(property.DeclaringType!), property)}\n\n{Facts(section.Options, property)}\n");
        }

        return page.ToString();
    }

    private const string Head = """
        # Settings

        Every option of `pannier serve`, with the sentence that stands at its code. Options come from a JSON file (`--config`), then from a
        directory with one file per secret (`--secrets`, file name `Section__Key`), then from the environment (`PANNIER_OPTION_Section__Key`); later ones win.
        A list has numbered keys in the environment: `PANNIER_OPTION_Site__PublicOrigins__0`. Times are written `hh:mm:ss`, or `d.hh:mm:ss`.
        An unknown section or key, or a value out of its bounds, stops the start with a sentence that names it; `pannier doctor` tells the same without starting.

        ```json
        {
          "Site": { "PublicOrigins": ["https://mail.example.org"], "Name": "Example mail" },
          "Listen": { "Address": "127.0.0.1", "Port": 8080, "TrustedProxies": ["127.0.0.1"] },
          "Egress": { "Mail": { "Allow": ["mail.internal:993", "mail.internal:587"] } }
        }
        ```

        The data directory is `Data:Directory`, or `--data`, or the environment's `PANNIER_DATA`. Settings of a person (theme, time zone, page size…) are theirs, in the product.

        """;

    private static string Comment(string source, PropertyInfo property)
    {
        var found = Regex.Match(source, @"/// <summary>(?<text>(?:(?!</summary>)[\s\S])*)</summary>\s*(?:///[^\n]*\s*)*(?:\[[^\n]*\]\s*)*public [^\n]*? " + property.Name + @" \{", RegexOptions.None, TimeSpan.FromSeconds(2));
        Assert.True(found.Success, $"{property.DeclaringType!.Name}.{property.Name} has no doc comment");
        return Plain(found.Groups["text"].Value);
    }

    private static string Facts(Type options, PropertyInfo property)
    {
        var facts = new List<string> { $"Type: {TypeName(property.PropertyType)}", $"unless set: {Shown(property.GetValue(Activator.CreateInstance(options)))}" };
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            facts.Add(rule switch
            {
                RangeAttribute range => $"from `{Text(range.Minimum)}` to `{Text(range.Maximum)}`",
                StringLengthAttribute length => $"{length.MinimumLength} to {length.MaximumLength} characters",
                MinLengthAttribute least => $"at least {least.Length}",
                RequiredAttribute => "not empty",
                RegularExpressionAttribute form => $"of the form `{form.Pattern}`",
                _ => throw new InvalidOperationException($"SETTINGS.md has no words for {rule.GetType().Name} yet"),
            });
        }

        return string.Join(" · ", facts);
    }

    private static string TypeName(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(int) || type == typeof(int?) || type == typeof(double) => "number",
        _ when type == typeof(bool) => "true or false",
        _ when Nullable.GetUnderlyingType(type) is { } within => TypeName(within),
        _ when type == typeof(TimeSpan) => "time",
        _ when type == typeof(IReadOnlyList<int>) => "list of numbers",
        _ when type == typeof(IReadOnlyList<string>) => "list of texts",
        _ when type == typeof(IReadOnlyList<MailPreset>) => Entries<MailPreset>(),
        _ when type == typeof(IReadOnlyList<Pannier.Core.Outside.SignInDomain>) => Entries<Pannier.Core.Outside.SignInDomain>(),
        _ when type == typeof(IReadOnlyList<OAuthRegistration>) => Entries<OAuthRegistration>(),
        _ when type.IsEnum => string.Join(" or ", Enum.GetNames(type)),
        _ => throw new InvalidOperationException($"SETTINGS.md has no word for {type} yet"),
    };

    private static string Entries<T>() => $"list of entries with {string.Join(", ", typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name))}";

    private static string Shown(object? value) => value switch
    {
        null => "nothing",
        IEnumerable list and not string => string.Join(", ", list.Cast<object>().Select(item => $"`{item}`")) is { Length: > 0 } items ? items : "none",
        bool flag => flag ? "`true`" : "`false`",
        _ => $"`{Text(value)}`",
    };

    private static string Text(object value) => value is string text && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && text.Contains(':', StringComparison.Ordinal)
        ? time.ToString("c", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static string Source(Type options) =>
        File.ReadAllText(Assert.Single(Directory.EnumerateFiles(Repository.File("src"), options.Name + ".cs", SearchOption.AllDirectories)));

    private static string Plain(string comment)
    {
        var text = Code().Replace(Cross().Replace(Slashes().Replace(comment, " "), "`$1`"), "`$1`");
        return Spaces().Replace(text, " ").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"/// <summary>((?:(?!</summary>)[\s\S])*)</summary>(?:(?!/// <summary>)[\s\S])*?public sealed record", RegexOptions.None, 2000)]
    private static partial Regex TypeComment();

    [GeneratedRegex(@"\n\s*///")]
    private static partial Regex Slashes();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("<see cref=\"(?:[^\"]*\\.)?([^\"]*)\" ?/>")]
    private static partial Regex Cross();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
