using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts;

/// <summary>A mail account of the person: everything about it but its passwords. Sealed among their records.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="Address">The e-mail address it was added by.</param>
/// <param name="Order">Its place in the sidebar; ties by id.</param>
[RecordKind("account", 1)]
public sealed record MyAccount(
    AccountId Id,
    string Name,
    string Address,
    Login Imap,
    Login Smtp,
    AccountColour Colour,
    int Order,
    InCombinedViews Combined,
    SentCopies SentCopies);
