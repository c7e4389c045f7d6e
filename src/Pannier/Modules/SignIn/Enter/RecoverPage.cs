using Pannier.Core;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>The recovering form, then the new recovery key.</summary>
public abstract record RecoverPage
{
    private RecoverPage()
    {
    }

    public sealed record Form(string Name, Said? Wrong) : RecoverPage, ITitled, IUnfinished
    {
        public bool HasToWait { get; init; }

        /// <summary>Where to show first that one is a person; null when that is done.</summary>
        public LocalUrl? Check { get; init; }

        public Said Title => Said.Of("recover.title");

        public int Status => HasToWait ? 429 : Wrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : RecoverPage, INext;

    public sealed record Key(RecoveryKeyPage Shown) : RecoverPage, ITitled
    {
        public Said Title => Shown.Title;
    }
}
