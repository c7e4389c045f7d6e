using System.Text.RegularExpressions;

namespace Pannier.Core.Http;

/// <summary>Reads the names of an enum as browsers send them: lower case, words joined by a hyphen.</summary>
public static partial class Choice
{
    /// <summary>Reads one name exactly; null for anything else, numbers included.</summary>
    public static TEnum? Read<TEnum>(string text)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Name(value) == text) return value;
        return null;
    }

    /// <summary>The name as the browser sends it: <c>MarkRead</c> is <c>mark-read</c>.</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => WordStart().Replace(value.ToString(), "$1-$2").ToLowerInvariant();

    [GeneratedRegex("([A-Za-z0-9])([A-Z])", RegexOptions.NonBacktracking)]
    private static partial Regex WordStart();
}
