using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Discovery;

/// <summary>How settings are found for an address (section <c>Mail:Discovery</c>).</summary>
public sealed record DiscoveryOptions : IValidatableObject
{
    /// <summary>Settings of the site's own domains, asked first. None unless set.</summary>
    public IReadOnlyList<MailPreset> Presets { get; init; } = [];

    /// <summary>Time for each of DNS and the domain's documents. 0.1 to 30 seconds; 5 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan SourceLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Says which preset cannot be read, at start.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var preset in Presets)
        {
            if (preset.Domain != "*" && HostName.Read(preset.Domain) is null)
                yield return new($"Mail:Discovery:Presets: \"{preset.Domain}\" is neither a domain nor \"*\".", [nameof(Presets)]);
            if (PresetSource.Read(preset) is null)
                yield return new($"Mail:Discovery:Presets: the hosts or ports for \"{preset.Domain}\" cannot be read.", [nameof(Presets)]);
        }
    }
}
