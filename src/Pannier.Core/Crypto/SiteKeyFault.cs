namespace Pannier.Core.Crypto;

/// <summary>The site key cannot be used; the message tells the operator what to do. It stops the start.</summary>
public sealed class SiteKeyFault(string message) : InvalidOperationException(message);
