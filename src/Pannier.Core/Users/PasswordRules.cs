using System.Diagnostics.CodeAnalysis;
using System.Text;
using Pannier.Mail;

namespace Pannier.Core.Users;

/// <summary>What a password must be. Length is what makes guessing slow; nothing else is asked.</summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Fewest = 12;

    /// <summary>The most octets, in UTF-8.</summary>
    public const int MostBytes = 1024;

    /// <summary>Why it cannot be one; null when it can.</summary>
    public static Refusal? Check(Secret password, SignInName name)
    {
        if (password.Length > MostBytes) return Refusal.Invalid(Said.Of("password.too-long", "most", MostBytes)) with { Field = "password" };

        var text = password.Reveal();
        if (text.EnumerateRunes().Count() < Fewest) return Refusal.Invalid(Said.Of("password.too-short", "fewest", Fewest)) with { Field = "password" };
        if (text.Contains(name.Shown, StringComparison.OrdinalIgnoreCase) && text.Length < name.Shown.Length + 6) return Refusal.Invalid("password.is-name", "password");
        return text.Distinct().Count() < 4 ? Refusal.Invalid("password.repeats", "password") : null;
    }

    /// <summary>Checks a new one that was typed twice.</summary>
    /// <param name="wrong">Why it cannot be one.</param>
    public static bool AreGood([NotNullWhen(true)] Secret? password, [NotNullWhen(true)] Secret? again, SignInName name, [NotNullWhen(false)] out Refusal? wrong)
    {
        wrong = password is null ? Refusal.Invalid(Said.Of("password.too-short", "fewest", Fewest)) with { Field = "password" }
            : Check(password, name) is { } weak ? weak
            : again is null || !again.FixedTimeEquals(password) ? Refusal.Invalid("password.differs", "password")
            : null;
        return wrong is null;
    }

    /// <summary>Whether a text could be a password at all: longer ones are not worth the slow function.</summary>
    public static bool Fits(Secret password) => password.Length is > 0 and <= MostBytes;

    /// <summary>One form for one text, so that another keyboard's accents open the same door (RFC 8265).</summary>
    public static Secret Normalise(Secret password)
    {
        var text = password.Reveal();
        return Secret.Of(text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC));
    }
}
