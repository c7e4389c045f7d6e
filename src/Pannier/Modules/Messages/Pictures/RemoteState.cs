using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>What a message refers to on other servers, and what has become of it.</summary>
/// <param name="Blocked">References that were not loaded, trackers among them.</param>
/// <param name="Trackers">By the service's name, or the host's; each once.</param>
public sealed record RemoteState(int Blocked, IReadOnlyList<string> Trackers, PictureRule Rule)
{
    /// <summary>Where to ask for the pictures; null when there are none to load, or they are never.</summary>
    public LocalUrl? Load { get; init; }

    /// <summary>Null where the sender is not proven, or is allowed already.</summary>
    public SenderOffer? Always { get; init; }

    /// <summary>The sender whose pictures are loaded without asking; null when this is none.</summary>
    public string? AllowedSender { get; init; }

    /// <summary>The loading; null when nothing was loaded.</summary>
    public RoundPage? Round { get; init; }

    public LocalUrl SettingsUrl => PicturesUrl.Settings;
}
