namespace Pannier.Mail.Mirror;

/// <summary>What the preview pass learnt of a message; empty when it has no text.</summary>
public readonly record struct PreviewRead(Uid Uid, string Preview);
