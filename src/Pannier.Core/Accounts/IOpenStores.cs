using Pannier.Mail;

namespace Pannier.Core.Accounts;

/// <summary>Makes a store and a way out for an account; the one place a stored password or token goes to.</summary>
public interface IOpenStores
{
    IMailStore Store(Login login, LoginProof proof);

    ISubmission Submission(Login login, LoginProof proof);
}
