using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Discovery;

/// <summary>Settings the site gives for a domain.</summary>
public sealed record MailPreset
{
    /// <summary>The domain of the addresses; <c>*</c> for all that no other preset names.</summary>
    [Required]
    public string Domain { get; init; } = "";

    [Required]
    public string ImapHost { get; init; } = "";

    [Range(1, 65535)]
    public int ImapPort { get; init; } = 993;

    public ConnectionSecurity ImapSecurity { get; init; }

    [Required]
    public string SmtpHost { get; init; } = "";

    [Range(1, 65535)]
    public int SmtpPort { get; init; } = 465;

    public ConnectionSecurity SmtpSecurity { get; init; }

    public UserNameForm UserName { get; init; }
}
