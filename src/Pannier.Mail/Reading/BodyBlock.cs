namespace Pannier.Mail.Reading;

/// <summary>One stretch of a message's body, in the forms it came in (multipart/alternative); at least one is there.</summary>
public sealed record BodyBlock(BodyPart? Html, BodyPart? Plain);
