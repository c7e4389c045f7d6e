namespace Pannier.Mail.Discovery;

/// <summary>The site's own settings.</summary>
internal static class PresetSource
{
    /// <summary>Null when no preset names the domain.</summary>
    public static Finding? Find(DiscoveryOptions options, AddrSpec address)
    {
        var preset = options.Presets.FirstOrDefault(one => HostName.Read(one.Domain)?.Value == address.Domain) ?? options.Presets.FirstOrDefault(one => one.Domain == "*");
        return preset is null || Read(preset) is not { } found
            ? null
            : found with { UserName = preset.UserName == UserNameForm.LocalPart ? address.Local : address.Value };
    }

    /// <summary>Null when a host or port is none.</summary>
    public static Finding? Read(MailPreset preset) =>
        HostName.Read(preset.ImapHost) is { } imap && Port.Of(preset.ImapPort) is { } imapPort
        && HostName.Read(preset.SmtpHost) is { } smtp && Port.Of(preset.SmtpPort) is { } smtpPort
            ? new(FoundSource.Preset, new(imap, imapPort, preset.ImapSecurity), new(smtp, smtpPort, preset.SmtpSecurity), null)
            : null;
}
