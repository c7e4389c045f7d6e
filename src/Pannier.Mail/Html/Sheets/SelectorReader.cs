using System.Globalization;
using System.Text;

namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// Reads selectors (Selectors 4) into <see cref="Selector"/>s. One that asks for anything not listed, or for an element that the
/// message does not have, is none: attributes above all, by whose values a sheet could tell what stands on the page.
/// </summary>
internal sealed class SelectorReader(SheetOrigin origin, SheetNames names)
{
    /// <summary>Times that an id is written as a class, so that it goes before classes as it did.</summary>
    private const int IdWeight = 3;

    private const int MostParts = 8;

    /// <summary>Null when it cannot be kept.</summary>
    public Selector? Read(ReadOnlySpan<char> text)
    {
        var rest = text.Trim();
        var parts = new List<Compound>();
        Compound? page = null;
        var (combinator, loose) = (Combinator.Descendant, 0);
        if (origin is SheetOrigin.Writer && !ReadBeginning(ref rest, ref page, ref combinator)) return null;

        while (!rest.IsEmpty)
        {
            if (parts.Count == MostParts || ReadCompound(ref rest, combinator, out var isPage) is not { } compound) return null;
            if (isPage && (parts.Count > 0 || origin is SheetOrigin.Writer)) return null;
            if (isPage) page = page is null ? compound : page with { Classes = [.. page.Classes, .. compound.Classes] }; // html body is one here
            else parts.Add(compound);

            // Each part that says nothing multiplies the browser's work.
            if (!isPage && compound is { Tag: null, Classes: [], Pseudos: [] } && ++loose > 1) return null;
            if (ReadCombinator(ref rest) is not { } next) return null;
            combinator = next;
        }

        return page is null && parts.Count == 0 ? null : new(page, parts);
    }

    /// <summary>Takes off what <see cref="SheetWriter"/> puts before each selector; false when it is not there.</summary>
    private bool ReadBeginning(ref ReadOnlySpan<char> rest, ref Compound? page, ref Combinator combinator)
    {
        if (rest.StartsWith(SheetWriter.Within, StringComparison.Ordinal))
        {
            rest = rest[SheetWriter.Within.Length..];
            return true;
        }

        if (!rest.StartsWith(SheetWriter.Page, StringComparison.Ordinal)) return false;

        rest = rest[SheetWriter.Page.Length..];
        var (classes, pseudos, isPage) = (new List<ClassName>(), new List<PseudoClass>(), true);
        if (!ReadQualifiers(ref rest, classes, pseudos, ref isPage) || ReadCombinator(ref rest) is not { } next) return false;

        page = new(Combinator.Descendant, null, classes, pseudos);
        combinator = next;
        return true;
    }

    private static Combinator? ReadCombinator(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return Combinator.Descendant; // the end, where it means nothing

        var trimmed = rest.TrimStart();
        if (trimmed is ['>', ..])
        {
            rest = trimmed[1..].TrimStart();
            return rest.IsEmpty ? null : Combinator.Child;
        }

        var isApart = trimmed.Length < rest.Length;
        rest = trimmed;
        return isApart && trimmed is not (['+', ..] or ['~', ..]) ? Combinator.Descendant : null;
    }

    private Compound? ReadCompound(ref ReadOnlySpan<char> rest, Combinator combinator, out bool isPage)
    {
        isPage = false;
        Tag? tag = null;
        var (classes, pseudos, start) = (new List<ClassName>(), new List<PseudoClass>(), rest.Length);
        if (rest[0] == '*')
        {
            rest = rest[1..];
        }
        else if (char.IsAsciiLetter(rest[0]))
        {
            var name = ReadName(ref rest).ToLowerInvariant();
            isPage = name is "html" or "body";
            tag = isPage ? null : AllowedElements.FindForSheet(name);
            if (!isPage && tag is null) return null;
        }

        if (!ReadQualifiers(ref rest, classes, pseudos, ref isPage) || (isPage && tag is not null)) return null;
        return rest.Length == start ? null : new(combinator, tag, classes, pseudos);
    }

    private bool ReadQualifiers(ref ReadOnlySpan<char> rest, List<ClassName> classes, List<PseudoClass> pseudos, ref bool isPage)
    {
        while (rest is ['.' or '#' or ':' or '[', ..])
        {
            var kind = rest[0];
            rest = rest[1..];
            if (kind == '[')
            {
                if (ReadClassAttribute(ref rest) is not { } listed || names.Number("." + listed) is not { } given) return false;
                classes.Add(given);
                continue;
            }

            var name = ReadName(ref rest);
            if (kind == ':' && name.Equals("root", StringComparison.OrdinalIgnoreCase)) isPage = true;
            else if (kind == ':' && PseudoClasses.Find(name) is { } pseudo && rest is not ['(', ..]) pseudos.Add(pseudo);
            else if (kind != ':' && name.Length > 0 && names.Number(kind + name) is { } found) classes.AddRange(Enumerable.Repeat(found, kind == '#' ? IdWeight : 1));
            else return false;
        }

        return true;
    }

    // [class="x"] was the way around a fault of one old client, and means .x.
    private static string? ReadClassAttribute(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        if (end < 0) return null;

        var inside = rest[..end].Trim();
        rest = rest[(end + 1)..];
        var equals = inside.IndexOf('=');
        if (equals <= 0 || !inside[..equals].TrimEnd().TrimEnd('~').TrimEnd().Equals("class", StringComparison.OrdinalIgnoreCase)) return null;

        var value = inside[(equals + 1)..].Trim().Trim("\"'");
        return value.IsEmpty || value.ContainsAny(" \t\"'\\") ? null : value.ToString();
    }

    /// <summary>An identifier, its escapes undone (CSS Syntax 3 §4.3.7): nothing of it is ever written.</summary>
    private static string ReadName(ref ReadOnlySpan<char> rest)
    {
        var name = new StringBuilder();
        while (!rest.IsEmpty)
        {
            if (char.IsLetterOrDigit(rest[0]) || rest[0] is '-' or '_' || rest[0] > '\x7f')
            {
                name.Append(rest[0]);
                rest = rest[1..];
            }
            else if (rest is ['\\', not ('\n' or '\r' or '\f'), ..])
            {
                rest = rest[1..];
                ReadEscape(ref rest, name);
            }
            else
            {
                break;
            }
        }

        return name.ToString();
    }

    private static void ReadEscape(ref ReadOnlySpan<char> rest, StringBuilder name)
    {
        var length = 0;
        while (length < Math.Min(6, rest.Length) && char.IsAsciiHexDigit(rest[length])) length++;
        if (length == 0)
        {
            name.Append(rest[0]);
            rest = rest[1..];
            return;
        }

        var code = int.Parse(rest[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        name.Append(Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\uFFFD");
        rest = rest[length..];
        if (rest is [' ' or '\t' or '\n', ..]) rest = rest[1..];
    }
}
