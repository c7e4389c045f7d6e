namespace Pannier.Mail;

/// <summary>A recipient the submission server would not take, and its words, untrusted.</summary>
public sealed record RefusedRecipient(string Address, string ServerText);
