module ratelab/peer

go 1.19
