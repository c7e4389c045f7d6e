namespace Pannier.Mail.OAuth;

/// <summary>The providers that come with Pannier; <c>docs/OAUTH.md</c> tells how a site is registered with each.</summary>
public static class OAuthPresets
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static IReadOnlyList<OAuthPreset> All { get; } =
    [
        // Google gives a refresh token only when asked for "offline", and anew only with consent. Its device codes do not cover mail.
        // A refresh token of Google's, or of Microsoft's, is good until it is taken back or unused for long, however often it is used.
        new(
            "google",
            "Google",
            new("https://accounts.google.com", new("https://accounts.google.com/o/oauth2/v2/auth"), new("https://oauth2.googleapis.com/token"), null, new("https://oauth2.googleapis.com/revoke")),
            ["https://mail.google.com/", "openid", "email"],
            ["imap.gmail.com", "smtp.gmail.com", "imap.googlemail.com", "smtp.googlemail.com"],
            new Dictionary<string, string> { ["access_type"] = "offline", ["prompt"] = "consent" },
            NeedsSecret: true) { RefreshStays = true },

        // Microsoft's issuer differs by tenant, and it takes no token back.
        new(
            "microsoft",
            "Microsoft",
            new(null, new("https://login.microsoftonline.com/common/oauth2/v2.0/authorize"), new("https://login.microsoftonline.com/common/oauth2/v2.0/token"), new("https://login.microsoftonline.com/common/oauth2/v2.0/devicecode"), null),
            ["https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"],
            ["outlook.office365.com", "smtp.office365.com", "outlook.office.com", "imap-mail.outlook.com", "smtp-mail.outlook.com"],
            Nothing,
            NeedsSecret: true) { RefreshStays = true },
        new(
            "yahoo",
            "Yahoo",
            new("https://api.login.yahoo.com", new("https://api.login.yahoo.com/oauth2/request_auth"), new("https://api.login.yahoo.com/oauth2/get_token"), null, new("https://api.login.yahoo.com/oauth2/revoke")),
            ["mail-w"],
            ["imap.mail.yahoo.com", "smtp.mail.yahoo.com"],
            Nothing,
            NeedsSecret: true),

        // Its token endpoint is named for refreshing and serves both; a client there has no secret.
        new(
            "fastmail",
            "Fastmail",
            new(null, new("https://api.fastmail.com/oauth/authorize"), new("https://api.fastmail.com/oauth/refresh"), null, new("https://api.fastmail.com/oauth/revoke")),
            ["https://www.fastmail.com/dev/protocol-imap", "https://www.fastmail.com/dev/protocol-smtp"],
            ["imap.fastmail.com", "smtp.fastmail.com"],
            Nothing,
            NeedsSecret: false),
    ];

    /// <summary>Null when none has this name.</summary>
    public static OAuthPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);
}
