using System.Text;

namespace Pannier.Core.Users;

/// <summary>The name a person signs in with: 1 to 100 characters, no blanks at its ends, nothing invisible.</summary>
public sealed record SignInName
{
    private SignInName(string shown, string key) => (Shown, Key) = (shown, key);

    public string Shown { get; }

    /// <summary>What makes it unique: compatibility forms and case folded.</summary>
    public string Key { get; }

    /// <summary>Null when the text cannot be one.</summary>
    public static SignInName? Read(string text)
    {
        var shown = text.Trim();
        if (shown.Length is 0 or > 100 || shown.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format)) return null;
        try
        {
            return new SignInName(shown, shown.Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null; // not well-formed Unicode
        }
    }

    public override string ToString() => Shown;
}
