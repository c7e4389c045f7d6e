using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>What a person types into the search box.</summary>
internal static class SearchText
{
    /// <summary>A line of at most 150 characters, which fits into an address in any script; null for more.</summary>
    public static Line? Read(string text) => text.Length <= 150 ? Line.Read(text) : null;
}
