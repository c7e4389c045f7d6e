namespace Pannier.Mail.Compose;

/// <summary>How passing a message on inside the text begins.</summary>
/// <param name="Head">What to write above its text, in the reader's language; untrusted.</param>
public sealed record ForwardStart(OneLine Subject, Envelope Head);
