using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Mail.Html;

/// <summary>A picture on another server that a message refers to.</summary>
public sealed record RemotePicture(WebUrl Address, RemoteUse Use)
{
    /// <summary>Who would learn that the message was opened, by the service's name or else by its host; null for a picture like any other. A tracker is never asked for.</summary>
    public string? Tracker { get; } = Trackers.ServiceOf(Address) ?? (Use is RemoteUse.Dot ? Address.Host : null);
}
