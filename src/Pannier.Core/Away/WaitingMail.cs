namespace Pannier.Core.Away;

/// <summary>How much unread mail waits in somebody's inboxes: numbers, and nothing else of it.</summary>
/// <param name="Unread">In the inboxes that answered.</param>
/// <param name="Silent">Accounts whose server did not answer, or takes the login no more.</param>
/// <param name="Left">Accounts that are not counted, or no more: there is nothing to sign in with.</param>
/// <param name="At">When they were asked.</param>
public sealed record WaitingMail(int Unread, int Silent, int Left, DateTimeOffset At);
