namespace Pannier.Mail.Lists;

/// <summary>How far the servers have been asked for what is not known here.</summary>
/// <param name="Step">Rises with each answer; who waits for the next names the last one seen.</param>
public sealed record SearchProgress(int Step, IReadOnlyList<AccountSearch> Accounts)
{
    /// <summary>Whether some server may still answer.</summary>
    public bool IsGoingOn => Accounts.Any(account => account.Stage is SearchStage.Waiting or SearchStage.Asking);
}
