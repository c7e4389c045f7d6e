namespace Pannier.Mail.Lists;

/// <summary>Where a list looks.</summary>
public abstract record Scope
{
    private Scope()
    {
    }

    /// <summary>A view over all accounts that are not hidden.</summary>
    public sealed record Combined(CombinedView View) : Scope
    {
        public override string ToString() => View.ToString().ToLowerInvariant();
    }

    /// <summary>One mailbox of one account.</summary>
    public sealed record One(AccountId Account, MailboxId Mailbox) : Scope
    {
        public override string ToString() => $"{Account}-{Mailbox}";
    }

    /// <summary>A view of the person's own making.</summary>
    public sealed record Named(ViewId View) : Scope
    {
        internal const string Prefix = "my-";

        public override string ToString() => Prefix + View;
    }

    /// <summary>Reads a view's name in lower case, <c>my-view</c> or <c>account-mailbox</c>; null when it is none of these.</summary>
    public static Scope? Read(string text)
    {
        foreach (var view in Enum.GetValues<CombinedView>())
            if (new Combined(view) is var combined && combined.ToString() == text) return combined;

        if (text.StartsWith(Named.Prefix, StringComparison.Ordinal)) return ViewId.Read(text[Named.Prefix.Length..]) is { } own ? new Named(own) : null;

        return text.Split('-') is [var account, var mailbox] && AccountId.Read(account) is { } a && MailboxId.Read(mailbox) is { } m
            ? new One(a, m)
            : null;
    }
}
