using Pannier.Core.Humans;

namespace Pannier.Modules.SignIn.Human;

/// <summary>Makes the check's form, by the kind of check this site has.</summary>
internal sealed class HumanForms(HumanCheck human)
{
    /// <param name="again">The puzzle that is not solved yet; null for a new one.</param>
    public HumanPage.Form Show(HumanErrand errand, WorkPuzzle? again = null)
    {
        if (human.Vendor is { } vendor) return new HumanPage.Form(errand, null) { Vendor = vendor, VendorKey = human.VendorKey };

        var puzzle = again ?? human.Puzzle();
        return new HumanPage.Form(errand, puzzle) { Seconds = Math.Max(0, (int)Math.Ceiling(human.Left(puzzle).TotalSeconds)) };
    }
}
