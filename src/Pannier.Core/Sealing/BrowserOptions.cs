namespace Pannier.Core.Sealing;

/// <summary>What the page and its browser do for secrecy beside TLS. Section <c>Browser</c>.</summary>
public sealed record BrowserOptions
{
    /// <summary>Seal every fragment, JSON answer and event to the page that asked (AES-256-GCM under a key agreed by ECDH); documents then carry the empty shell alone, and the page needs script. Off unless set.</summary>
    public bool SealResponses { get; init; }

    /// <summary>Keep lists and opened messages in the tab's session storage, sealed under a key that is given to live sessions only; they show at once when one comes back to them. Off unless set.</summary>
    public bool SealCache { get; init; }
}
