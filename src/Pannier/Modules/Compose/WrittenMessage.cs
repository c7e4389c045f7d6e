using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Compose;

/// <summary>A message ready to be written out, and the account it goes through.</summary>
internal sealed record WrittenMessage(AccountId Account, Draft Message);
