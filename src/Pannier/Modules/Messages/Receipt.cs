using Pannier.Mail;

namespace Pannier.Modules.Messages;

/// <summary>Requests to be told that a message was read (RFC 8098 §2.1, and older habits). Nothing here ever answers one.</summary>
internal static class Receipt
{
    private static readonly string[] Asking = ["Disposition-Notification-To", "X-Confirm-Reading-To", "Return-Receipt-To"];

    public static bool IsAsked(MessageHead head) => Array.Exists(Asking, name => !string.IsNullOrWhiteSpace(head.Header(name)));
}
