using Pannier.Core;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>The registering form, then the recovery key.</summary>
public abstract record RegisterPage
{
    private RegisterPage()
    {
    }

    /// <param name="Wrong">Why it is shown again; null at first.</param>
    public sealed record Form(LocalUrl PostUrl, string Name, Refusal? Wrong) : RegisterPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("register.title");

        public int Status => Wrong?.Status ?? 200;

        public Said? NameWrong => Wrong is { Field: "name" } ? Wrong.Said : null;

        public Said? PasswordWrong => Wrong is { Field: "password" } ? Wrong.Said : null;
    }

    public sealed record Key(RecoveryKeyPage Shown) : RegisterPage, ITitled
    {
        public Said Title => Shown.Title;
    }
}
