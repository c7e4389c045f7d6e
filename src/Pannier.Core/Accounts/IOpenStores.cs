using Pannier.Mail;

namespace Pannier.Core.Accounts;

/// <summary>Makes a store and a way out for an account; the one place a stored password goes to.</summary>
public interface IOpenStores
{
    IMailStore Store(Login login, Secret password);

    ISubmission Submission(Login login, Secret password);
}
