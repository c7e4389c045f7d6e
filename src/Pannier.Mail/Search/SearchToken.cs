namespace Pannier.Mail.Search;

/// <summary>One piece of a typed search.</summary>
/// <param name="Operator">What stands before the colon, lower case, where it is an operator; null for a mere word.</param>
/// <param name="Text">The rest, without its quotation marks.</param>
/// <param name="Mark">(, ), OR or - where it is one of these; else none.</param>
internal sealed record SearchToken(string? Operator, string Text, char Mark)
{
    public const char Word = 'w';
    public const char Or = '|';

    private static readonly HashSet<string> Operators = ["from", "to", "cc", "bcc", "subject", "has", "is", "in", "account", "before", "older", "after", "since", "newer", "on", "larger", "smaller"];

    public static IReadOnlyList<SearchToken> Read(string typed)
    {
        var tokens = new List<SearchToken>();
        var at = 0;
        while (true)
        {
            while (at < typed.Length && char.IsWhiteSpace(typed[at])) at++;
            if (at == typed.Length) return tokens;
            if (typed[at] is '(' or ')') tokens.Add(new SearchToken(null, "", typed[at++]));
            else if (typed[at] == '-' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]) && (at == 0 || char.IsWhiteSpace(typed[at - 1]) || typed[at - 1] == '(')) tokens.Add(new SearchToken(null, "", typed[at++]));
            else tokens.Add(Next(typed, ref at));
        }
    }

    private static SearchToken Next(string typed, ref int at)
    {
        var colon = typed.IndexOf(':', at);
        var name = colon > at && typed[at..colon] is var before && Operators.Contains(before.ToLowerInvariant()) ? before.ToLowerInvariant() : null;
        if (name is not null) at = colon + 1;
        var isQuoted = at < typed.Length && typed[at] == '"';
        var text = Rest(typed, ref at);
        return name is null && text == "OR" && !isQuoted ? new SearchToken(null, "", Or) : new SearchToken(name, text, Word);
    }

    /// <summary>To the closing quotation mark, or, where it is not there yet, to the end; without one to the next blank.</summary>
    private static string Rest(string typed, ref int at)
    {
        if (at < typed.Length && typed[at] == '"')
        {
            var end = typed.IndexOf('"', at + 1);
            var quoted = end < 0 ? typed[(at + 1)..] : typed[(at + 1)..end];
            at = end < 0 ? typed.Length : end + 1;
            return quoted.Trim();
        }

        var from = at;
        while (at < typed.Length && !char.IsWhiteSpace(typed[at]) && typed[at] is not ('"' or ')')) at++;
        if (at == from && at < typed.Length && !char.IsWhiteSpace(typed[at])) at++; // a lone mark that means nothing here
        return typed[from..at].Trim('"', ')');
    }
}
